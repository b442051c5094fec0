package threeline.desk.people.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import threeline.desk.people.access.Secret;

/**
 * The secret that a browser keeps: of its session, or, before there is one, of its visit. Each desk has a cookie of its
 * own, sent to that desk's path only; so it can be {@code __Secure-}, but not {@code __Host-}, whose path is the root.
 */
final class SessionCookie {

    private static final String PLAIN = "threeline";
    private static final String SECURE = "__Secure-threeline";

    private SessionCookie() {}

    static Optional<Secret> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .flatMap(value -> Secret.parse(value).stream())
                .findFirst();
    }

    static void write(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(secret.text(), request).build().toString());
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie("", request).maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .path(request.getContextPath())
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
