package threeline.promises.source;

import java.util.List;
import java.util.TreeSet;

/** The findings about one file, as they are made. */
public final class Findings {

    private final String file;
    private final TreeSet<Finding> all = new TreeSet<>(Finding.ORDER);

    public Findings(String file) {
        this.file = file;
    }

    public void error(Code code, Place at, String message, String remedy) {
        error(code, at, message, "", remedy);
    }

    public void error(Code code, Place at, String message, String consequence, String remedy) {
        all.add(new Finding(file, at, Level.ERROR, code, message, consequence, remedy));
    }

    public void warning(Code code, Place at, String message, String consequence, String remedy) {
        all.add(new Finding(file, at, Level.WARNING, code, message, consequence, remedy));
    }

    public void addAll(List<Finding> others) {
        all.addAll(others);
    }

    public boolean anyError() {
        return all.stream().anyMatch(Finding::isError);
    }

    public List<Finding> toList() {
        return List.copyOf(all);
    }
}
