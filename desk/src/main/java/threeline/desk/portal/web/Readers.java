package threeline.desk.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import threeline.desk.contract.Charters;
import threeline.desk.people.access.Asker;
import threeline.desk.web.Speech;

/** Finds the language of whoever reads: the one that is known of them, their browser's, the desk's. */
@Component
record Readers(Charters charters, InstantSource time) {

    Reader of(Asker asker, HttpServletRequest request) {
        var charter = charters.current().charter();
        var browser = request.getHeader("Accept-Language") == null
                ? null
                : request.getLocale().toLanguageTag();
        var speech = Speech.of(
                "portal.words",
                asker.requester().language(),
                browser,
                charter.desk().language());
        return new Reader(asker, charter, speech, time.instant());
    }
}
