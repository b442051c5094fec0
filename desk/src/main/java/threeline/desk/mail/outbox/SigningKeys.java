package threeline.desk.mail.outbox;

import java.security.PrivateKey;
import java.util.Optional;

/** By what mail of the current tenant's domains is signed. */
interface SigningKeys {

    /** The one that signs for a domain, if one does. */
    Optional<Signing> of(String domain);

    record Signing(String selector, PrivateKey key) {}
}
