package threeline.desk.tenant;

/** A setting that the operator gave can't be used. */
public final class WrongSetting extends RuntimeException {

    public WrongSetting(String name, String given, String instead) {
        super("%s is '%s': %s".formatted(name, given, instead));
    }
}
