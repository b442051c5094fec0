package threeline.promises.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of the handbook: its lines, and the blocks of code in them. */
record Page(Path file, List<String> lines) {

    /** A fenced block: what follows its fence, where it begins, and what stands in it. */
    record Block(String info, int firstLine, List<String> lines) {

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    static Page of(Path file) throws IOException {
        return new Page(file, Files.readAllLines(file));
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                blocks.add(new Block(lines.get(i).substring(3), i + 1, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return blocks;
    }
}
