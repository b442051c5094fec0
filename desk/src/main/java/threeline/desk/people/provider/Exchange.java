package threeline.desk.people.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import threeline.desk.people.access.Secret;

/** Talks to a provider: where a browser is sent, and what its code is worth. */
@Component
class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Pattern BEARER = Pattern.compile("[\\x21-\\x7e]{1,8192}");

    private static final Pattern SIGNED = Pattern.compile("[\\w-]+(\\.[\\w-]*){2,4}");

    private final Wire wire;
    private final Directory directory;
    private final Providers providers;
    private final IdTokens idTokens;

    Exchange(Wire wire, Directory directory, Providers providers, IdTokens idTokens) {
        this.wire = wire;
        this.directory = directory;
        this.providers = providers;
        this.idTokens = idTokens;
    }

    /** What we ask of one browser follows from what only that browser has, so that none of it has to be kept. */
    record Question(Secret browser, Secret state) {

        String nonce() {
            return browser.derived("nonce " + state.text());
        }

        String verifier() {
            return browser.derived("verifier " + state.text());
        }
    }

    String address(Provider provider, Directory.Entry entry, Question question, String back) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("response_type", "code");
        fields.put("client_id", provider.client());
        fields.put("redirect_uri", back);
        fields.put("scope", "openid profile email");
        fields.put("state", question.state().text());
        fields.put("nonce", question.nonce());
        fields.put("code_challenge", challenge(question.verifier()));
        fields.put("code_challenge_method", "S256");
        return with(entry.at().authorization(), fields);
    }

    static String with(URI address, Map<String, String> fields) {
        return address + (address.getRawQuery() == null ? "?" : "&") + form(fields);
    }

    /** The tokens that a code is worth: who it is, and by what more is told of them. */
    record Tokens(String id, String access) {

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }

    /** What this code is worth. */
    Tokens tokens(Provider provider, Directory.Entry entry, Question question, String code, String back)
            throws IOException {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", back);
        fields.put("code_verifier", question.verifier());
        var said = directory.parsed(ask(provider, entry, fields));
        var token = said.path("id_token").asString("");
        if (token.isEmpty()) {
            throw new IOException("it gives no ID token");
        }
        return new Tokens(token, said.path("access_token").asString(""));
    }

    /** What the provider tells besides of whom its ID token names, and of nobody else; without an answer, what is known. */
    Claims told(Provider provider, Directory.Entry entry, Tokens tokens, Claims known) throws IdTokens.Unbelievable {
        var userinfo = entry.at().userinfo();
        if (userinfo == null || !BEARER.matcher(tokens.access()).matches()) {
            return known;
        }
        try {
            var said = wire.get(userinfo, Map.of("Authorization", "Bearer " + tokens.access()));
            var told = SIGNED.matcher(said.strip()).matches()
                    ? idTokens.told(said.strip(), provider, entry)
                    : JWTClaimsSet.parse(said);
            if (!known.subject().equals(told.getSubject())) {
                throw new IdTokens.Unbelievable("it tells of somebody else");
            }
            return known.filled(IdTokens.claims(told, provider));
        } catch (IOException | ParseException silent) {
            LOG.warn("{} tells nothing more: {}", provider.issuer(), silent.getMessage());
            return known;
        }
    }

    private String ask(Provider provider, Directory.Entry entry, Map<String, String> fields) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        var secret = providers.secret(provider.id());
        if (secret.isPresent() && entry.basic()) {
            var both = encoded(provider.client()) + ":" + encoded(secret.get());
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        } else {
            fields.put("client_id", provider.client());
            secret.ifPresent(it -> fields.put("client_secret", it));
        }
        return wire.post(entry.at().token(), headers, form(fields));
    }

    /** Whether it knows us: a code that nobody gave is refused by what it says of the code, not of the client. */
    boolean isKnownThere(Provider provider, Directory.Entry entry, String back) throws IOException {
        var question = new Question(Secret.random(), Secret.random());
        try {
            tokens(provider, entry, question, "threeline-trial", back);
        } catch (WireAnswer.Unwilling refused) {
            return refused.body().contains("invalid_grant");
        }
        return false;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(verifier));
    }
}
