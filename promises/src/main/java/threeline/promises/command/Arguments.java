package threeline.promises.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import threeline.promises.source.Nearest;

/** What was typed after a command: words, flags, and options with a value. */
record Arguments(List<String> words, Set<String> flags, Map<String, String> options) {

    /** What a command can't make sense of, said in one line. */
    static final class Misunderstood extends RuntimeException {

        private static final long serialVersionUID = 1;

        Misunderstood(String message) {
            super(message, null, false, false);
        }
    }

    static Arguments of(List<String> typed, Set<String> flags, Set<String> options) {
        var arguments = new Arguments(new ArrayList<>(), new HashSet<>(), new HashMap<>());
        for (var rest = typed.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            if (flags.contains(word)) {
                arguments.flags.add(word);
            } else if (options.contains(word)) {
                if (!rest.hasNext()) {
                    throw new Misunderstood(word + " needs a value");
                }
                arguments.options.put(word, rest.next());
            } else if (word.startsWith("--")) {
                var known = new ArrayList<>(flags);
                known.addAll(options);
                throw new Misunderstood("unknown option " + word + "; " + Nearest.remedy(word, known));
            } else {
                arguments.words.add(word);
            }
        }
        return arguments;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
