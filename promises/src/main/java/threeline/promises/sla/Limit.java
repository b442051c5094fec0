package threeline.promises.sla;

/** So much open time on a calendar, which is told by its name: {@code 3h office}. */
public record Limit(Allowance allowance, String calendar) {

    @Override
    public String toString() {
        return allowance + " " + calendar;
    }
}
