package threeline.desk.vendor;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.contract.Charters;
import threeline.desk.mail.Conversations;
import threeline.desk.mail.MailAddress;
import threeline.desk.mail.ReplyKey;
import threeline.desk.mail.ReplyKeys;
import threeline.desk.ticket.TicketNumber;
import threeline.promises.charter.Vendor;

/**
 * Knows a vendor's mail: by the key of its thread, or by the reference that the vendor gave. Either opens only to mail
 * from the vendor's own domain.
 */
@Component
@Transactional
public class VendorThreads {

    private static final int SHORTEST_REFERENCE = 3;

    private final Askings askings;
    private final ReplyKeys keys;
    private final Conversations conversations;
    private final Charters charters;

    VendorThreads(Askings askings, ReplyKeys keys, Conversations conversations, Charters charters) {
        this.askings = askings;
        this.keys = keys;
        this.conversations = conversations;
        this.charters = charters;
    }

    /** A ticket, and what the vendor's mails about it are about. */
    public record Found(TicketNumber ticket, String about) {}

    /** The ticket that a mail goes on with, as a vendor's. */
    @Transactional(readOnly = true)
    public Optional<Found> find(Collection<ReplyKey> named, MailAddress from, String subject) {
        var vendors = charters.current().charter().offers().vendors().values().stream()
                .filter(vendor -> isOf(vendor, from))
                .map(Vendor::id)
                .toList();
        return vendors.isEmpty()
                ? Optional.empty()
                : Stream.concat(
                                byKey(named).filter(it -> vendors.contains(it.vendor())),
                                askings.referred(vendors).stream().filter(it -> isIn(subject, it)))
                        .findFirst()
                        .map(it -> new Found(it.ticket(), it.about(prefix())));
    }

    /** So that an answer to this mail names what it answers, and nobody else's mail does. */
    public void remember(Found found, String messageId) {
        conversations.keep(found.about(), messageId);
    }

    private Stream<Asking> byKey(Collection<ReplyKey> named) {
        return named.stream().flatMap(key -> {
            var number = Long.parseLong(key.about().substring(key.about().lastIndexOf('-') + 1));
            return number < 1
                    ? Stream.empty()
                    : askings.of(new TicketNumber(number)).stream()
                            .filter(it ->
                                    key.about().equalsIgnoreCase(it.ticket().reference(prefix())))
                            .filter(it -> keys.fits(key, it.sealedTo()));
        });
    }

    private static boolean isOf(Vendor vendor, MailAddress from) {
        var address = vendor.reach().address();
        return address != null && MailAddress.of(address).domain().equalsIgnoreCase(from.domain());
    }

    private static boolean isIn(String subject, Asking asking) {
        var reference = asking.reference();
        return reference != null
                && reference.length() >= SHORTEST_REFERENCE
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(reference.toLowerCase(Locale.ROOT))
                                + "(?![\\p{L}\\p{N}])")
                        .matcher(subject.toLowerCase(Locale.ROOT))
                        .find();
    }

    private String prefix() {
        return charters.current().charter().prefix();
    }
}
