package threeline.desk.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hands out style, script and icons; a path once given never changes what it names. */
@RestController
@Unasked("files that are the same for everybody")
class AssetController {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<byte[]> read(
            @PathVariable String version,
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
        return assets.find("/assets/%s/%s".formatted(version, name))
                .map(asset -> answer(asset, accepted.contains("gzip")))
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound("This version of the file is no longer here. Load the page again.")));
    }

    private static ResponseEntity<byte[]> answer(Asset asset, boolean zipped) {
        var answer = ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return zipped
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.zipped())
                : answer.body(asset.plain());
    }
}
