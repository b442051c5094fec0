package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import threeline.desk.people.Role;
import threeline.testing.IdentityProvider;

/** What a provider tells besides its ID token: as it is, or signed. */
class ProviderToldTest extends DeskWithAProvider {

    @BeforeEach
    void somebody_whose_groups_are_told_alone() {
        there.claims = Map.of("sub", "ann-1", "email", "ann@desk.example", "email_verified", true);
        id = believes(true, "it = manager");
        tells(there.issuer(), IdentityProvider.CLIENT);
    }

    @Test
    void what_is_told_and_signed_counts_as_what_is_told() {
        there.telling = it -> signed(there.key, it);
        comesIn();
        var ann = desk.call(() -> agents.find("ann@desk.example").orElseThrow());
        assertThat(ann.role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void what_another_key_signed_is_for_another_client_or_is_another_provider_s_lets_nobody_in() {
        there.telling = it -> signed(IdentityProvider.fresh("stranger"), it);
        refused();
        there.telling = it -> signed(there.key, it);
        tells(there.issuer(), "another-client");
        refused();
        tells("https://evil.example", IdentityProvider.CLIENT);
        refused();
        there.told = Map.of("sub", "ann-1", "groups", List.of("it"));
        refused();
    }

    @Test
    void what_is_signed_by_nobody_changed_on_the_way_or_encrypted_lets_nobody_in() {
        there.telling = it -> "eyJhbGciOiJub25lIn0." + it.hashCode() + ".";
        refused();
        there.telling = it -> signed(there.key, it).replaceFirst("\\.[\\w-]+\\.", ".eyJzdWIiOiJhbm4tMSJ9.");
        refused();
        there.telling = _ -> "eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d";
        refused();
    }

    void tells(String issuer, String audience) {
        there.told = Map.of("sub", "ann-1", "groups", List.of("it"), "iss", issuer, "aud", audience);
    }

    static String signed(RSAKey key, String json) {
        try {
            return IdentityProvider.sign(key, JWTClaimsSet.parse(json));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
