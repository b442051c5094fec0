package threeline.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A file as an answer: only ever saved, never shown by us, kept by nobody on the way, and powerless where a browser shows
 * it anyway.
 *
 * @param name as it is to be called where it is saved
 * @param size in bytes, or {@link #UNKNOWN}
 */
public record Download(String name, long size) {

    public static final long UNKNOWN = -1;

    /** Sends it. What is read from is the caller's to close. */
    public void send(InputStream content, HttpServletResponse response) throws IOException {
        content.transferTo(begin(response));
    }

    /** Says what comes; what is written then is the file. */
    public OutputStream begin(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (size != UNKNOWN) {
            response.setContentLengthLong(size);
        }
        return response.getOutputStream();
    }
}
