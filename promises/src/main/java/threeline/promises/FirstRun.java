package threeline.promises;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import threeline.promises.command.Command;
import threeline.promises.command.Commands;

/** Does once, after a build and into the void, what authors do with charters, so that the JVM can keep what it learns by it. */
final class FirstRun {

    private FirstRun() {}

    /** @param typed a charter, a scenario, and a ticket of it */
    public static void main(String[] typed) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var terminal = new Command.Terminal(nowhere, nowhere, InstantSource.system());
        Commands.run(List.of("check", typed[0]), terminal);
        Commands.run(List.of("check", typed[0], "--json"), terminal);
        Commands.run(List.of("rehearse", typed[1]), terminal);
        Commands.run(List.of("rehearse", typed[1], "--json"), terminal);
        Commands.run(List.of("explain", typed[1], typed[2], "response"), terminal);
        Commands.run(List.of("cover", typed[0]), terminal);
    }
}
