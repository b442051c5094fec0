package threeline.promises;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import threeline.promises.command.Command;
import threeline.promises.command.Commands;

/** The program for charter authors, without any framework: {@code check}, {@code rehearse}, {@code explain}, {@code cover}. */
public final class Main {

    private Main() {}

    public static void main(String[] typed) {
        var out = new PrintStream(
                new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                false,
                StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var status = Commands.run(List.of(typed), new Command.Terminal(out, err, InstantSource.system()));
        out.flush();
        System.exit(status);
    }
}
