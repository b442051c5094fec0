package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threeline.desk.people.Role;
import threeline.desk.people.access.Secret;

/** Ways in that others left open beside the door. */
class BreaksAtTheDoorTest extends DeskWithAccounts {

    /** Zammad believed what a proxy would have said of who somebody is, though nobody had set one up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Remote-User",
                "X-Remote-User",
                "X-Forwarded-User",
                "X-Forwarded-Email",
                "X-Forwarded-Preferred-Username",
                "X-Auth-Request-User",
                "X-Auth-Request-Email",
                "X-Authenticated-User",
                "X-WEBAUTH-USER",
                "SM_USER",
                "OIDC_CLAIM_email",
                "Cf-Access-Authenticated-User-Email",
                "X-Amzn-Oidc-Identity",
                "X-Ms-Client-Principal-Name",
            })
    void cve_2020_26030_no_header_says_who_somebody_is(String header) {
        agent("ada", Role.ADMIN);
        var answer = new Visitor(port).get(path("/tickets/1"), header, mailOf("ada"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
    }

    /** FreeScout's links followed from when they were made and for whom. */
    @Test
    void cve_2026_27637_of_many_secrets_none_follows_from_others() {
        var secrets =
                IntStream.range(0, 20_000).mapToObj(_ -> Secret.random().text()).toList();
        assertThat(new HashSet<>(secrets)).hasSize(secrets.size());
        for (var place = 0; place < 42; place++) { // the last of the 43 letters has four bits alone
            var at = place;
            var letters = secrets.stream().collect(java.util.stream.Collectors.groupingBy(it -> it.charAt(at)));
            assertThat(letters).as("letters at %d", place).hasSize(64);
            assertThat(letters.values()).allSatisfy(it -> assertThat(it).hasSizeBetween(200, 430));
        }
    }

    /** Secrets stood in the logs of FreeScout (GHSA-7wcq) and in the support bundles of Znuny (CVE-2025-26847). */
    @Test
    void cve_2025_26847_a_secret_doesn_t_say_itself() {
        var secret = Secret.random();
        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(String.valueOf(passwords.hash(PASSWORD))).doesNotContain("argon2", PASSWORD);
    }
}
