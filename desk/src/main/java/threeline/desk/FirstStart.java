package threeline.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import threeline.desk.people.NewAgent;
import threeline.desk.tenant.Tenant;
import threeline.desk.tenant.Tenants;

/**
 * The first desk of an empty house is made on a page, by whoever reads the log: a code stands there that no stranger
 * knows who comes by first. It works once; another start makes another.
 */
@Component
@Profile("!demo & !add-desk & !audit")
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int IN_A_GROUP = 4;

    private final Tenants tenants;
    private final NewDesk desks;
    private @Nullable String code;

    FirstStart(Tenants tenants, NewDesk desks) {
        this.tenants = tenants;
        this.desks = desks;
    }

    @EventListener
    synchronized void begin(ApplicationReadyEvent ready) {
        if (tenants.all().isEmpty()) {
            code = random();
            LOG.warn("There is no desk yet. Make the first at /first-start, with this code: {}", code);
        }
    }

    synchronized boolean isOpen() {
        return code != null && tenants.all().isEmpty();
    }

    synchronized boolean isCode(String shown) {
        return code != null
                && MessageDigest.isEqual(code.getBytes(UTF_8), shown.strip().getBytes(UTF_8));
    }

    /** Makes the desk, and uses the code up; whoever comes second finds no page. */
    synchronized Tenant make(String shown, String slug, String charter, NewAgent admin) {
        if (!isOpen() || !isCode(shown)) {
            throw new IllegalStateException("not with this code");
        }
        var made = desks.add(slug, charter, admin);
        code = null;
        return made;
    }

    private static String random() {
        var random = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> random.ints(IN_A_GROUP, 0, LETTERS.length())
                        .mapToObj(it -> LETTERS.substring(it, it + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
