package threeline.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;
import threeline.desk.tenant.Tenant;
import threeline.desk.web.Frame.Proof;

/** Gives every page its frame. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    static final String THEME = "theme";

    private final Assets assets;
    private final InstantSource time;
    private final Optional<Side.Teller> teller;

    FrameAdvice(Assets assets, InstantSource time, Optional<Side.Teller> teller) {
        this.assets = assets;
        this.time = time;
        this.teller = teller;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return new Frame(
                request.getContextPath(),
                Tenant.bound() ? Tenant.current().name() : "Threeline",
                time.instant(),
                theme(request),
                proof(request),
                assets,
                this::side);
    }

    private Side side() {
        return Tenant.bound() ? teller.map(Side.Teller::tell).orElse(Side.EMPTY) : Side.EMPTY;
    }

    private static Theme theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME);
        return Theme.of(cookie == null ? null : cookie.getValue());
    }

    private static Proof proof(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Proof(token.getParameterName(), token.getHeaderName(), token.getToken())
                : Proof.NONE;
    }
}
