import Archive
import Core
import Testing

@Test(
    arguments: [
        (.locked(by: "process 7, hubatlas"), "a: in use by process 7, hubatlas; wait for it to end, or stop it"),
        (
            .unknownVersion(2),
            "a: written in version 2 of the format, this program reads version 1; use a newer hubatlas"
        ),
        (.notAnArchive("empty"), "a: no archive of hubatlas (empty); name another folder, or move this one away"),
        (.readOnly, "a: opened for reading only; open it for writing"),
        (.unknownWalk("w"), "a: has no walk w; begin it first"),
        (
            .damagedPage(url: "u", why: "w"),
            "a: the page of u is damaged (w); the others are readable, collect afresh to replace it"
        ),
        (
            .file(FileError("write", "s", code: 28)),
            "s: cannot write (No space left on device); make room on the disk and run again; "
                + "all that was archived before is kept"
        ),
    ] as [(ArchiveError.Reason, String)])
func archiveErrorsSayWhatToDo(reason: ArchiveError.Reason, text: String) {
    #expect(ArchiveError(reason, at: "a").description == text)
}
