package threeline.desk.mail.identity;

import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The real one. A name server that is away is not waited for again and again: after a few questions without an answer,
 * none is asked for a while.
 */
@Component
@EnableConfigurationProperties(DnsZone.Settings.class)
class DnsZone implements Zone {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_UNANSWERED = 3;

    private final Resolver resolver;
    private final InstantSource time;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<Instant> restUntil = new AtomicReference<>(Instant.MIN);

    /** {@code servers}: the name servers to ask; those of the machine where none is named. */
    @ConfigurationProperties("threeline.mail.dns")
    record Settings(@DefaultValue List<String> servers) {}

    DnsZone(Settings settings, InstantSource time) throws UnknownHostException {
        this.time = time;
        resolver = settings.servers().isEmpty() ? new ExtendedResolver() : of(settings.servers());
        resolver.setTimeout(PATIENCE);
    }

    private static Resolver of(List<String> servers) throws UnknownHostException {
        var all = new ArrayList<Resolver>();
        for (var server : servers) {
            all.add(new SimpleResolver(server));
        }
        return new ExtendedResolver(all);
    }

    @Override
    public List<String> ask(Kind kind, String name) throws NoAnswer {
        var lookup = lookup(kind, name);
        if (lookup == null) {
            return List.of();
        }
        if (restUntil.get().isAfter(time.instant())) {
            throw new NoAnswer("no name server answers");
        }
        lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> answered(lookup.getAnswers());
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> answered(new Record[0]);
            default -> throw failed(name, lookup.getErrorString());
        };
    }

    private @org.jspecify.annotations.Nullable Lookup lookup(Kind kind, String name) {
        try {
            var lookup = new Lookup(name.endsWith(".") ? name : name + ".", type(kind));
            lookup.setResolver(resolver);
            lookup.setSearchPath(new String[0]);
            return lookup;
        } catch (TextParseException e) {
            return null; // no name, so nothing is there
        }
    }

    private List<String> answered(Record[] records) {
        unanswered.set(0);
        return Arrays.stream(records).map(DnsZone::text).toList();
    }

    private NoAnswer failed(String name, String why) {
        if (unanswered.incrementAndGet() >= MOST_UNANSWERED && !why.contains("SERVFAIL")) {
            restUntil.set(time.instant().plus(REST));
            unanswered.set(0);
        }
        return new NoAnswer("%s could not be asked for (%s)".formatted(name, why));
    }

    private static String text(Record record) {
        return switch (record) {
            case TXTRecord txt -> String.join("", txt.getStrings());
            case MXRecord mx -> mx.getTarget().toString(true);
            default -> record.rdataToString();
        };
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case A -> Type.A;
            case AAAA -> Type.AAAA;
            case MX -> Type.MX;
            case PTR -> Type.PTR;
            case TXT -> Type.TXT;
        };
    }
}
