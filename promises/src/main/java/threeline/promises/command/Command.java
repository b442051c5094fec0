package threeline.promises.command;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/** One command: what is typed after it, where it writes, and the exit status. */
public interface Command {

    /** How it is typed, in a line. */
    String usage();

    int run(List<String> typed, Terminal terminal);

    /** Where a command writes, and what time it is there. */
    record Terminal(PrintStream out, PrintStream err, InstantSource time) {}
}
