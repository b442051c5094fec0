package threeline.promises.source;

/** The kinds of findings, each with the code that other programs know it by. */
public enum Code {
    FILE_BAD("file.bad", "a file that can't be read at all"),
    KEY_UNKNOWN("key.unknown", "a key that nothing reads"),
    NAME_UNKNOWN("name.unknown", "a name that the charter doesn't declare"),
    VALUE_BAD("value.bad", "a value that can't be meant"),
    VALUE_CONFLICT("value.conflict", "two values where there is one"),
    VALUE_MISSING("value.missing", "something that nobody stated"),
    COVER_GAP("cover.gap", "groups that don't add up to the cover promised"),
    COVER_UNSTAFFED("cover.unstaffed", "a promise that runs while nobody who could keep it is on watch"),
    CHANNEL_SHUT("channel.shut", "a severity promised round the clock that can't be raised round the clock"),
    RELEASE_NONE("release.none", "a promise hung on the next release where there is none"),
    LIMIT_CONFLICT("limit.conflict", "two limits for one thing"),
    ZONE_FIXED("zone.fixed", "a fixed offset where the holidays belong to a place with summer time"),
    TIER_ORPHAN("tier.orphan", "a tier or group that no ticket can reach"),
    TIER_OPEN("tier.open", "a tier whose cover nobody stated, or that tickets reach when nobody is there"),
    STEP_BAD("step.bad", "a step of a scenario that can't be done");

    private final String code;
    private final String meaning;

    Code(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return code;
    }
}
