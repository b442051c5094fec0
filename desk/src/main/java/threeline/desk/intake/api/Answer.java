package threeline.desk.intake.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a program is told, as it goes over the wire; so it can be kept and told again. */
record Answer(int status, @Nullable String location, byte[] body) {

    static Answer ok(Object body) {
        return new Answer(HttpStatus.OK.value(), null, Json.write(body));
    }

    static Answer created(String location, Object body) {
        return new Answer(HttpStatus.CREATED.value(), location, Json.write(body));
    }

    ResponseEntity<byte[]> asResponse() {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        return (location == null ? response : response.location(URI.create(location))).body(body);
    }
}
