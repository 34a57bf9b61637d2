package dev.gatehouse.bench.growth;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/** A line over a logarithmic axis of sizes, as SVG on white, so that it can be read on a dark page too. */
record Chart(String sizes, List<Figure> figures) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final Color LINE = new Color(0x0b, 0x5c, 0xad);
    private static final Color GRID = new Color(0xd0, 0xd0, 0xd0);

    void write(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
        chart().draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        Files.writeString(file, svg.getSVGDocument());
    }

    private JFreeChart chart() {
        XYSeries line = new XYSeries("call");
        figures.forEach(figure -> line.add(figure.size(), figure.value()));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setSeriesPaint(0, LINE);
        renderer.setSeriesStroke(0, new BasicStroke(2));
        LogAxis across = new LogAxis(sizes);
        across.setStandardTickUnits(new NumberTickUnitSource(true));
        NumberAxis up = new NumberAxis("µs of processor time for a guarded call");
        up.setAutoRangeIncludesZero(true);
        XYPlot plot = new XYPlot(new XYSeriesCollection(line), across, up, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        return chart;
    }
}
