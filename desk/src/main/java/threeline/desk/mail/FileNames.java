package threeline.desk.mail;

/** File names as others give them, made harmless: a name only, never a path, nothing invisible in it. */
final class FileNames {

    private FileNames() {}

    static String clean(String given) {
        var name = HeaderText.withoutControls(given);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return name.chars().allMatch(c -> c == '.') ? "" : name;
    }
}
