import Report
import Testing

@testable import Site

@Suite struct TableFileTests {
    @Test func writesEveryKindOfValue() {
        let table = Table(
            id: "t",
            columns: [
                (Column("name", "Name", .text), .texts(["plain", "a,b", "say \"hi\"", "two\nlines", nil])),
                (Column("count", "Count", .count), .integers([1, -2, nil, 0, 760_000])),
                (Column("share", "Share", .share), .numbers([0.5, nil, 3, 1e-7, 0.1])),
                (Column("flag", "Flag", .flag), .flags([true, false, nil, true, false])),
            ])
        #expect(
            String(decoding: TableFile.bytes(of: table), as: UTF8.self) == """
                name,count,share,flag
                plain,1,0.5,true
                "a,b",-2,,false
                "say ""hi\""",,3,
                "two
                lines",0,1e-07,true
                ,760000,0.1,false

                """)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx"])
    func leadsFormulasWithAnApostrophe(text: String) {
        let table = Table(id: "t", columns: [(Column("a", "A", .text), .texts([text]))])
        #expect(String(decoding: TableFile.bytes(of: table), as: UTF8.self) == "a\n'\(text)\n")
    }
}
