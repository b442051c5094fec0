package threeline.promises.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import threeline.promises.charter.Charter;
import threeline.promises.charter.CharterFile;
import threeline.promises.check.Rota;

/** {@code cover}: which group is on watch when, the seams between, and the gaps. */
final class CoverCommand implements Command {

    @Override
    public String usage() {
        return "cover FILE [--from DATE] [--to DATE]";
    }

    @Override
    public int run(List<String> typed, Terminal terminal) {
        var arguments = Arguments.of(typed, Set.of(), Set.of("--from", "--to"));
        if (arguments.words().size() != 1) {
            throw new Arguments.Misunderstood("which charter?");
        }
        var file = arguments.words().getFirst();
        var reading = CharterFile.read(Path.of(file));
        var charter = reading.charter();
        if (charter == null || reading.hasErrors()) {
            terminal.out().print(Sources.report(reading.findings()));
            return 1;
        }
        var from =
                arguments.option("--from").map(CheckCommand::date).orElseGet(() -> CheckCommand.today(terminal.time()));
        var to = arguments.option("--to").map(CheckCommand::date).orElse(from.plusDays(6));
        print(charter, from, to, terminal);
        return 0;
    }

    private static void print(Charter charter, LocalDate from, LocalDate to, Terminal terminal) {
        if (to.isBefore(from)) {
            throw new Arguments.Misunderstood("--to is before --from");
        }
        terminal.out().println(charter.name() + ", times in " + charter.zone());
        for (var tier : charter.tiers()) {
            terminal.out().println();
            terminal.out().println(tier.name() + (tier.cover() == null ? "" : ", promised " + tier.cover()));
            Rota.of(charter, tier, from, to).forEach(terminal.out()::println);
        }
    }
}
