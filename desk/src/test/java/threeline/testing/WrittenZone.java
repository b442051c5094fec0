package threeline.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import threeline.desk.mail.identity.Zone;

/** A zone of the domain name system, written by hand. */
public final class WrittenZone implements Zone {

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = new HashSet<>();

    public WrittenZone with(String name, Kind kind, String value) {
        records.computeIfAbsent(kind + " " + name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(value);
        return this;
    }

    /** Nobody answers for this domain and what is below it. */
    public WrittenZone silent(String domain) {
        silent.add(domain);
        return this;
    }

    @Override
    public List<String> ask(Kind kind, String name) throws NoAnswer {
        var wanted = (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
        if (silent.stream().anyMatch(it -> wanted.equals(it) || wanted.endsWith("." + it))) {
            throw new NoAnswer("nobody answers for " + wanted);
        }
        return records.getOrDefault(kind + " " + wanted, List.of());
    }
}
