package threeline.desk.people;

import org.jspecify.annotations.Nullable;

/** Who asks for help. A super user also speaks for the other people of the organization. */
public record Requester(
        RequesterId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Organization organization,
        @Nullable String language,
        boolean superUser) {}
