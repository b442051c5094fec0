package threeline.desk.people.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import threeline.desk.people.Agent;

/** Checks what devices signed: that it is our challenge, for our host, from our pages, and that a person was verified. */
@Component
public class PasskeyDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDoor.class);

    /** Those that devices have: ES256, EdDSA, RS256. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final Challenges challenges;
    private final Passkeys passkeys;

    PasskeyDoor(Challenges challenges, Passkeys passkeys) {
        this.challenges = challenges;
        this.passkeys = passkeys;
    }

    /** Something new to be signed. */
    public byte[] challenge() {
        return challenges.make();
    }

    /** Keeps a new key of an agent's device, if it signed rightly. */
    public boolean add(Agent agent, String credential, String name, Party party) {
        try {
            var read = parsed(() -> webAuthn.parseRegistrationResponseJSON(credential));
            var client = read.getCollectedClientData();
            if (client == null || !challenges.use(client.getChallenge().getValue())) {
                return false;
            }
            var parameters = new RegistrationParameters(server(party, client.getChallenge()), wanted(), true, true);
            var data = needed(webAuthn.verify(read, parameters).getAttestationObject())
                    .getAuthenticatorData();
            var key = needed(data.getAttestedCredentialData());
            var kept = new Passkeys.Kept(
                    agent, key.getCredentialId(), keys.convert(key), data.getSignCount(), data.isFlagBE());
            return passkeys.add(kept, name);
        } catch (DataConversionException | VerificationException refused) {
            LOG.info("a passkey was refused: {}", refused.getMessage());
            return false;
        }
    }

    /** Who it is that signed, with a key that is kept here. */
    @SuppressWarnings("NullAway") // the library's arrays carry another null annotation than ours
    public Optional<Agent> whose(String credential, Party party) {
        try {
            var read = parsed(() -> webAuthn.parseAuthenticationResponseJSON(credential));
            var client = read.getCollectedClientData();
            if (client == null || !challenges.use(client.getChallenge().getValue())) {
                return Optional.empty();
            }
            var id = read.getCredentialId();
            var kept = passkeys.find(id);
            if (kept.isEmpty() || !isTheirs(kept.get(), read.getUserHandle())) {
                return Optional.empty();
            }
            var parameters = new AuthenticationParameters(
                    server(party, client.getChallenge()), record(kept.get()), null, true, true);
            var verified = webAuthn.verify(read, parameters);
            passkeys.used(id, needed(verified.getAuthenticatorData()).getSignCount());
            return Optional.of(kept.get().agent());
        } catch (DataConversionException | VerificationException refused) {
            LOG.info("a passkey was refused: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    /** The library takes a shape for granted, which whoever sends something need not keep. */
    private static <T> T parsed(Supplier<T> parsing) {
        try {
            return parsing.get();
        } catch (RuntimeException malformed) {
            throw new DataConversionException("it is no answer of a device", malformed);
        }
    }

    private static <T> T needed(@Nullable T part) {
        if (part == null) {
            throw new DataConversionException("a part is missing");
        }
        return part;
    }

    private static boolean isTheirs(Passkeys.Kept kept, byte[] handle) {
        return handle == null || Arrays.equals(handle, PasskeyWish.handle(kept.agent()));
    }

    private CredentialRecordImpl record(Passkeys.Kept kept) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.backupEligible(),
                null,
                kept.counter(),
                keys.convert(kept.publicKey()),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(Party party, Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(party.origin()))
                .rpId(party.host())
                .challenge(new DefaultChallenge(challenge.getValue()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> wanted() {
        return ALGORITHMS.stream()
                .map(it -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it))
                .toList();
    }
}
