package threeline.promises.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import threeline.promises.source.Nearest;

/** All commands by their names. */
public final class Commands {

    /** The exit status for what was typed wrongly. */
    private static final int MISTYPED = 2;

    private static final int BROKEN = 70;

    private static final Map<String, Command> ALL = new LinkedHashMap<>();

    static {
        ALL.put("check", new CheckCommand());
        ALL.put("rehearse", new RehearseCommand());
        ALL.put("explain", new ExplainCommand());
        ALL.put("cover", new CoverCommand());
    }

    private Commands() {}

    /** Runs what was typed and gives the exit status; never throws what people could have caused. */
    public static int run(List<String> typed, Command.Terminal terminal) {
        var name = typed.isEmpty() ? "" : typed.getFirst();
        var command = ALL.get(name);
        if (command == null) {
            terminal.err()
                    .println(
                            name.isEmpty()
                                    ? "what shall be done?"
                                    : "there is no command " + name + "; " + Nearest.remedy(name, ALL.keySet()));
            ALL.values().forEach(each -> terminal.err().println("  threeline " + each.usage()));
            return MISTYPED;
        }
        try {
            return command.run(typed.subList(1, typed.size()), terminal);
        } catch (Arguments.Misunderstood misunderstood) {
            terminal.err().println(misunderstood.getMessage());
            terminal.err().println("  threeline " + command.usage());
            return MISTYPED;
        } catch (RuntimeException fault) {
            terminal.err().println("this is a fault in Threeline itself, please report it: " + fault);
            return BROKEN;
        }
    }
}
