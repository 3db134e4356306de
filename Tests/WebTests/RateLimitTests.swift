import HTTP
import Testing
import Web

@Suite struct RateLimitTests {
    @Test func theHubsHeaders() {
        let headers: HTTPHeaders = [
            "ratelimit": #""api";r=497;t=174"#, "RateLimit-Policy": #""fixed window";"api";q=500;w=300"#,
        ]
        #expect(
            RateLimit(headers, now: 0) == RateLimit(remaining: 497, resetSeconds: 174, quota: 500, windowSeconds: 300))
    }

    @Test(
        arguments: [
            (["Retry-After": "7"], 7), (["Retry-After": "0"], 0), (["Retry-After": "1.5"], 1.5),
            (["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], 37),
            (["Retry-After": "Sun, 06 Nov 1994 08:48:00 GMT"], 0),
            (["Retry-After": "soon"], nil), (["Retry-After": "-3"], nil), (["Retry-After": "nan"], nil),
            (["Retry-After": "Sun, 31 Feb 1994 08:49:37 GMT"], nil),
            (["RateLimit": #""api";r=0;t=12"#], 13), (["RateLimit": #""api";r=3;t=12"#], nil),
            (["RateLimit": #""api";r=0;t=12"#, "Retry-After": "2"], 2),
            (["RateLimit": "r=x;t=;=;;"], nil), ([:], nil),
            (["Retry-After": "1e300"], 3_153_600_000), (["RateLimit": #""api";r=0;t=1e300"#], nil),
        ] as [(HTTPHeaders, Double?)])
    func waits(headers: HTTPHeaders, seconds: Double?) {
        // 1994-11-06T08:49:00Z
        #expect(RateLimit(headers, now: 784_111_740).waitSeconds == seconds)
    }

    @Test func absurdNumbersAreNone() {
        let headers: HTTPHeaders = [
            "RateLimit": #""api";r=-5;t=1e9"#, "RateLimit-Policy": #""api";q=-9223372036854775808;w=-1"#,
        ]
        #expect(RateLimit(headers, now: 0) == RateLimit(remaining: 0, quota: 0))
    }
}
