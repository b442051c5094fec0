package threeline.desk.contract.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import threeline.desk.contract.CharterVersion;
import threeline.desk.contract.VersionState;

/** A version of the charter with its text. */
public record VersionView(Row version, List<CharterLine> lines) {

    /**
     * A version in a list.
     *
     * @param state in words: in force, coming, withdrawn, before
     * @param withdrawn by whom, when and why, in a sentence
     */
    public record Row(
            int number,
            String state,
            String from,
            String by,
            String at,
            String why,
            @Nullable String withdrawn) {

        static Row of(CharterVersion it, int current, CharterPages pages) {
            var withdrawn = it.withdrawn();
            return new Row(
                    it.number(),
                    state(it, current),
                    pages.when(it.inForceAt()),
                    it.put().by(),
                    pages.when(it.put().at()),
                    it.put().why(),
                    withdrawn == null
                            ? null
                            : "Withdrawn by %s, %s: %s"
                                    .formatted(withdrawn.by(), pages.when(withdrawn.at()), withdrawn.why()));
        }

        private static String state(CharterVersion it, int current) {
            return switch (it.state()) {
                case COMING -> "coming";
                case WITHDRAWN -> "withdrawn";
                case IN_FORCE -> it.number() == current ? "in force" : "before";
            };
        }

        public boolean isComing() {
            return state.equals(VersionState.COMING.word());
        }
    }
}
