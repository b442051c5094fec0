package threeline.desk.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import threeline.testing.IdentityProvider;

/** What a provider says and how it comes back: each way in which it is not to be believed. */
class ProviderTokensTest extends DeskWithAProvider {

    /** What is wrong with a token, each by itself; the rest of it is right. */
    static Stream<Arguments> bent() {
        return Stream.of(
                bent("of another issuer", it -> it.issuer("https://other.example")),
                bent("of an issuer with one letter more", it -> it.issuer("http://localhost:1/")),
                bent("for another client", it -> it.audience("another")),
                bent("for nobody", it -> it.audience((String) null)),
                bent("for two, given to the other", it -> it.audience(List.of(IdentityProvider.CLIENT, "b"))),
                bent("given to another", it -> it.claim("azp", "another")),
                bent("that has run out", it -> it.expirationTime(new Date(0))),
                bent("that never runs out", it -> it.expirationTime(null)),
                bent("from long ago", it -> it.issueTime(new Date(0))),
                bent("of no time", it -> it.issueTime(null)),
                bent("answering another question", it -> it.claim("nonce", "another")),
                bent("answering no question", it -> it.claim("nonce", null)),
                bent("of nobody", it -> it.subject(null)),
                bent("of a blank", it -> it.subject(" ")),
                bent("of somebody endless", it -> it.subject("x".repeat(256))),
                bent("not yet good", it -> it.notBeforeTime(new Date(Long.MAX_VALUE / 1000))));
    }

    static Arguments bent(String how, UnaryOperator<JWTClaimsSet.Builder> bending) {
        return Arguments.of(how, bending);
    }

    @ParameterizedTest(name = "a token {0}")
    @MethodSource("bent")
    void a_token_that_is_not_for_us_now_lets_nobody_in(String how, UnaryOperator<JWTClaimsSet.Builder> bending) {
        known();
        there.bending = bending;
        refused();
    }

    @Test
    void a_token_that_the_provider_did_not_sign_lets_nobody_in() {
        known();
        for (var forging : List.<UnaryOperator<String>>of(
                it -> new PlainJWT(claims(it)).serialize(),
                it -> it.substring(0, it.lastIndexOf('.') + 1),
                it -> byMac(claims(it), there.key.toPublicJWK().toJSONString()),
                it -> IdentityProvider.sign(IdentityProvider.fresh("first"), claims(it)),
                it -> IdentityProvider.sign(IdentityProvider.fresh("unknown"), claims(it)),
                it -> it.replaceFirst("\\.", ".e30"),
                it -> "nonsense")) {
            there.forging = forging;
            refused();
        }
    }

    @Test
    void keys_turn_and_what_a_withdrawn_one_signs_is_not_believed_once_others_are_read() {
        known();
        var old = there.key;
        there.key = IdentityProvider.fresh("second");
        there.shown = List.of(there.key);
        assertThat(comesIn().get(path("/account")).statusCode()).isEqualTo(200);
        there.key = old;
        refused();
    }

    /** Sign-in forced upon somebody: a state of another browser, of nobody, used before, or of too long ago. */
    @Test
    void an_answer_counts_once_soon_and_in_the_browser_that_asked() {
        known();
        var asks = new Visitor(port);
        var answer = there.agrees(goes(asks));
        var other = new Visitor(port);
        other.get(path("/sign-in"));
        assertThat(follow(other, answer).statusCode()).isEqualTo(403);
        assertThat(follow(new Visitor(port), answer).statusCode()).isEqualTo(403);
        assertThat(follow(asks, answer.replaceFirst("state=[^&]*", "state=" + "A".repeat(43)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(follow(asks, answer).statusCode()).isEqualTo(302);
        assertThat(follow(asks, answer).statusCode()).isEqualTo(403);
        var late = new Visitor(port);
        var lateAnswer = there.agrees(goes(late));
        time.forward(Duration.ofMinutes(10));
        assertThat(follow(late, lateAnswer).statusCode()).isEqualTo(403);
    }

    /** RFC 9207: an answer of one provider is not taken to another. */
    @Test
    void an_answer_that_names_another_provider_or_none_is_not_taken() {
        known();
        var one = new Visitor(port);
        assertThat(follow(one, there.agrees(goes(one)).replaceFirst("iss=.*", "iss=https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(follow(one, there.agrees(goes(one)).replaceFirst("&iss=.*", ""))
                        .statusCode())
                .isEqualTo(403);
        var second = believes(true, "");
        assertThat(follow(one, there.agrees(goes(one)).replace("/" + id + "/back", "/" + second + "/back"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_session_is_another_than_before_and_where_to_go_on_stays_below_the_desk() {
        known();
        var visitor = new Visitor(port);
        visitor.get(path("/sign-in"));
        var before = Map.copyOf(visitor.cookies);
        var sent = location(visitor.get(path("/sign-in/providers/%d?to=//evil.example/".formatted(id))));
        assertThat(location(follow(visitor, there.agrees(sent)))).isEqualTo(path("/"));
        assertThat(visitor.cookies).isNotEqualTo(before);
    }

    static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key taken for a shared secret. */
    static String byMac(JWTClaimsSet claims, String publicKey) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(
                                    JWSAlgorithm.parse(Algorithm.parse("HS256").getName()))
                            .build(),
                    claims);
            token.sign(new MACSigner(publicKey));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
