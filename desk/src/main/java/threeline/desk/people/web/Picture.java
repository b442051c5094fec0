package threeline.desk.people.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Words as a QR code: a path of dark squares, and how many squares each side has.
 *
 * @param path in SVG, a square being one unit
 */
public record Picture(String path, int side) {

    static Picture of(String words) {
        try {
            var squares = Encoder.encode(words, ErrorCorrectionLevel.M).getMatrix();
            return new Picture(path(squares), squares.getWidth());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a picture: " + words.length(), tooLong);
        }
    }

    private static String path(ByteMatrix squares) {
        var path = new StringBuilder();
        for (var y = 0; y < squares.getHeight(); y++) {
            for (var x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
