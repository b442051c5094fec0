package threeline.desk.people.access;

/** Where somebody comes from: their place on the network, and the browser as they would name it. */
public record Origin(String place, String browser) {

    private static final int LONGEST = 100;

    public Origin {
        place = cut(place);
        browser = cut(browser);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
