import Hub
import Testing

@Test(
    arguments: [
        ([#"<https://h/a?cursor=x%3D>; rel="next""#], "https://h/a?cursor=x%3D"),
        ([#"<https://h/p>; rel="prev", <https://h/n>; rel="next""#], "https://h/n"),
        ([#"<https://h/n>; rel="next", <https://h/p>; rel="prev""#], "https://h/n"),
        ([#"<https://h/p>; rel=prev"#, #"<https://h/n>;rel=next"#], "https://h/n"),
        ([#"<https://h/n> ; REL = "first Next last""#], "https://h/n"),
        ([#"<https://h/a,b;c>; title="x, <y>; rel=\"next\""; rel="next""#], "https://h/a,b;c"),
        ([#"<https://h/n>; rel="prev"; rel="next""#], nil),
        ([#"<https://h/n>; title="rel=next""#], nil),
        ([#"<https://h/n>; rel="nextpage""#], nil),
        ([#"<https://h/n; rel="next""#], nil),
        ([#"https://h/n; rel="next""#], nil),
        ([#"<https://h/n>; rel=""#], nil),
        ([""], nil), ([], nil), (["<"], nil), (["<>;"], nil), ([#"<a>; rel="\"#], nil), ([",,, ;"], nil),
    ] as [([String], String?)])
func linkHeaders(values: [String], next: String?) {
    #expect(LinkHeader.next(in: values) == next)
}
