import Foundation

print("hubatlas", ProcessInfo.processInfo.arguments.count)
