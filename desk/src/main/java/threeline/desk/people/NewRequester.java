package threeline.desk.people;

import org.jspecify.annotations.Nullable;

/** A requester to be written down, before anything was asked. */
public record NewRequester(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organization,
        boolean superUser) {}
