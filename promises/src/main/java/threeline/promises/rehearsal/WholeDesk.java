package threeline.promises.rehearsal;

import java.time.LocalDate;
import threeline.promises.source.Key;
import threeline.promises.source.Kind;
import threeline.promises.source.Kinds;
import threeline.promises.source.Node;
import threeline.promises.source.Scalars;
import threeline.promises.source.Section;

/** Steps that are about no ticket but the whole desk. */
final class WholeDesk {

    /** A file's name with its place, since what is wrong with the file is told there. */
    static final Kind<Node.Text> FILE = Kinds.of(
            (node, reader) -> node instanceof Node.Text text && !text.value().isEmpty()
                    ? text
                    : reader.bad(node, "expected a file name, found " + node.kind(), "name a charter beside this file"),
            Scalars.TEXT::schema);

    static final Key<LocalDate> RELEASE = Key.needed("release-moved", Scalars.DATE, "the release as it was");
    static final Key<LocalDate> TO = Key.needed("to", Scalars.DATE, "its new date");
    static final Section MOVED = Section.of("release-moved", "a release gets another date", Beside.AT, RELEASE, TO);

    static final Key<Node.Text> CHARTER = Key.needed("in-force", FILE, "the charter's file, relative to this one");
    static final Section IN_FORCE =
            Section.of("in-force", "another version of the charter takes effect", Beside.AT, CHARTER);

    private WholeDesk() {}
}
