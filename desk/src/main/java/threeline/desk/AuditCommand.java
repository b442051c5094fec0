package threeline.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import threeline.desk.audit.Check;
import threeline.desk.audit.Export;
import threeline.desk.audit.Head;
import threeline.desk.database.Trouble;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/** {@code bin/threeline audit verify|export}: checks the trails of all desks or of one, or writes one out. */
@Component
@Profile("audit")
class AuditCommand implements ApplicationRunner {

    private final Tenants tenants;
    private final Check check;
    private final Export export;

    AuditCommand(Tenants tenants, Check check, Export export) {
        this.tenants = tenants;
        this.check = check;
        this.export = export;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var desk = value(arguments, "desk");
        switch (String.valueOf(value(arguments, "do"))) {
            case "verify" -> verify(desk == null ? tenants.all() : List.of(named(desk)), head(arguments));
            case "export" -> {
                if (desk == null) {
                    throw new Trouble("audit export needs --desk=...");
                }
                named(desk).run(() -> export.write(System.out));
            }
            default -> throw new Trouble("audit does \"verify\" or \"export\"");
        }
    }

    /** A trail that was changed ends the command as a failure. */
    private void verify(List<Tenant> desks, @Nullable Head known) {
        var changed = 0;
        for (var desk : desks) {
            var result = desk.call(() -> check.run(known, _ -> {}));
            System.out.printf(
                    "%s: %d lines, end %s%n", desk.slug(), result.head().seq(), result.head());
            result.findings().forEach(it -> System.out.printf("  %s%n", it));
            changed += result.isWhole() ? 0 : 1;
        }
        if (changed > 0) {
            throw new Trouble("%d of %d trails are not as they were written".formatted(changed, desks.size()));
        }
    }

    private Tenant named(String slug) {
        return tenants.find(slug).orElseThrow(() -> new Trouble("there is no desk named " + slug));
    }

    private static @Nullable Head head(ApplicationArguments arguments) {
        var given = value(arguments, "head");
        if (given == null) {
            return null;
        }
        if (value(arguments, "desk") == null) {
            throw new Trouble("an end that was kept is of one desk: give --desk=... with it");
        }
        return Head.parse(given).orElseThrow(() -> new Trouble("--head is written 123:0a1b…, with 64 digits"));
    }

    private static @Nullable String value(ApplicationArguments arguments, String option) {
        var values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
