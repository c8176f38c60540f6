package revisage.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Writes a drawing as PNG; how many dots make an inch, the file says of itself.
final class PngFile {

    /// As printed.
    static final double DOTS_PER_INCH = 300;

    private static final String NATIVE = "javax_imageio_png_1.0";

    private PngFile() {}

    static void write(Drawing drawing, double dotsPerInch, OutputStream out) throws IOException {
        double scale = dotsPerInch / 72;
        var image =
                new BufferedImage(
                        (int) Math.round(drawing.width() * scale),
                        (int) Math.round(drawing.height() * scale),
                        BufferedImage.TYPE_INT_RGB);
        var g2 = image.createGraphics();
        g2.setPaint(Color.WHITE); // also of the last pixel, which the drawing covers in part
        g2.fillRect(0, 0, image.getWidth(), image.getHeight());
        FigureFormat.exact(g2);
        g2.scale(scale, scale);
        drawing.draw(g2);
        g2.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var type = ImageTypeSpecifier.createFromRenderedImage(image);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
        metadata.mergeTree(NATIVE, resolution(dotsPerInch));
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode resolution(double dotsPerInch) {
        String perMetre = Long.toString(Math.round(dotsPerInch / 0.0254));
        var physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode(NATIVE);
        root.appendChild(physical);
        return root;
    }
}
