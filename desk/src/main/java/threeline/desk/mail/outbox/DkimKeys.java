package threeline.desk.mail.outbox;

import static threeline.desk.db.mail.Tables.DKIM_KEY;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import threeline.desk.db.mail.tables.records.DkimKeyRecord;
import threeline.desk.tenant.Vault;

/** By what the current tenant's mail is signed, for each of its domains. */
@Repository
@Transactional
public class DkimKeys {

    private static final String PURPOSE = "dkim";
    private static final int BITS = 2048;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final DSLContext db;
    private final Vault vault;
    private final InstantSource time;

    DkimKeys(DSLContext db, Vault vault, InstantSource time) {
        this.db = db;
        this.vault = vault;
        this.time = time;
    }

    /** The public half of one. {@code signs}: mail of its domain is signed by it. */
    public record Key(String domain, String selector, String publicKey, boolean signs, Instant madeAt) {

        /** Under which name it is published, as a TXT record. */
        public String name() {
            return "%s._domainkey.%s".formatted(selector, domain);
        }

        public String record() {
            return "v=DKIM1; k=rsa; p=" + publicKey;
        }
    }

    @Transactional(readOnly = true)
    public List<Key> all() {
        return db.selectFrom(DKIM_KEY)
                .orderBy(DKIM_KEY.DOMAIN, DKIM_KEY.MADE_AT, DKIM_KEY.SELECTOR)
                .fetch(DkimKeys::read);
    }

    @Transactional(readOnly = true)
    public Optional<Key> find(String domain, String selector) {
        return all().stream()
                .filter(it -> it.domain().equals(domain) && it.selector().equals(selector))
                .findFirst();
    }

    /** Makes one up; nothing is signed by it yet. */
    public Key make(String domain) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            var row = db.newRecord(DKIM_KEY);
            row.setDomain(domain);
            row.setSelector(selector(domain));
            row.setPublicKey(base64.encodeToString(pair.getPublic().getEncoded()));
            row.setPrivateKey(
                    vault.lock(PURPOSE, base64.encodeToString(pair.getPrivate().getEncoded())));
            row.setSigns(false);
            row.setMadeAt(time.instant());
            row.store();
            return read(row);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String selector(String domain) {
        var taken = db.fetchCount(DKIM_KEY, DKIM_KEY.DOMAIN.eq(domain));
        return "tl%s%s".formatted(DAY.format(time.instant()), taken == 0 ? "" : "-" + (taken + 1));
    }

    /** From now on its domain's mail is signed by this one, and by no other. */
    public void signBy(Key key) {
        db.update(DKIM_KEY)
                .set(DKIM_KEY.SIGNS, false)
                .where(DKIM_KEY.DOMAIN.eq(key.domain()))
                .execute();
        db.update(DKIM_KEY)
                .set(DKIM_KEY.SIGNS, true)
                .where(DKIM_KEY.DOMAIN.eq(key.domain()), DKIM_KEY.SELECTOR.eq(key.selector()))
                .execute();
    }

    public void remove(Key key) {
        db.deleteFrom(DKIM_KEY)
                .where(DKIM_KEY.DOMAIN.eq(key.domain()), DKIM_KEY.SELECTOR.eq(key.selector()))
                .execute();
    }

    @Transactional(readOnly = true)
    Optional<SigningKeys.Signing> signing(String domain) {
        return db.select(DKIM_KEY.SELECTOR, DKIM_KEY.PRIVATE_KEY)
                .from(DKIM_KEY)
                .where(DKIM_KEY.DOMAIN.eq(domain), DKIM_KEY.SIGNS.isTrue())
                .fetchOptional(row -> new SigningKeys.Signing(row.value1(), opened(row.value2())));
    }

    private PrivateKey opened(byte[] locked) {
        try {
            var key = Base64.getDecoder().decode(vault.open(PURPOSE, locked));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key for DKIM that can't be read", e);
        }
    }

    private static Key read(DkimKeyRecord row) {
        return new Key(row.getDomain(), row.getSelector(), row.getPublicKey(), row.getSigns(), row.getMadeAt());
    }
}
