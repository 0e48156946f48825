#!/usr/bin/env python3
"""Draws the map of docs/pictures from a result by QGIS, with the styles that the result brings.

status_map.py RESULT.gpkg BASE.gpkg OUT.png; needs python3-qgis and a font with Chinese characters.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont, QImage  # noqa: E402

FONT = "Noto Sans CJK SC"
WIDTH, HEIGHT = 240.0, 131.0  # mm


def layer(path, name, shown):
    found = QgsVectorLayer(f"{path}|layername={name}", shown, "ogr")
    if not found.isValid():
        sys.exit(f"'{path}' has no layer '{name}'")
    return found


def keep_what_occurs(source):
    """Leaves in the legend only the statuses that a parcel has."""
    renderer = source.renderer()
    index = source.fields().indexFromName(renderer.classAttribute())
    found = source.uniqueValues(index)
    for at in reversed(range(len(renderer.categories()))):
        if renderer.categories()[at].value() not in found:
            renderer.deleteCategory(at)


def outline(source, colour, width, fill="0,0,0,0"):
    source.renderer().setSymbol(
        QgsFillSymbol.createSimple(
            {"color": fill, "outline_color": colour, "outline_width": str(width)}
        )
    )


def placed(layout, item, x, y, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutMillimeters))
    item.attemptResize(QgsLayoutSize(width, height, QgsUnitTypes.LayoutMillimeters))


def label(layout, text, x, y, width, height, size, bold=False):
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    font = QFont(FONT, size)
    font.setBold(bold)
    item.setFont(font)
    placed(layout, item, x, y, width, height)


def draw(result, base, out):
    project = QgsProject.instance()
    parcels = layer(result, "parcels", "用地状态")  # coloured by the style in the GeoPackage
    line = layer(result, "line_before", "工业用地控制线")
    blocks = layer(result, "blocks", "连片低效区块")
    roads = layer(base, "roads", "道路")
    keep_what_occurs(parcels)
    outline(line, "200,40,40,255", 0.5)
    outline(blocks, "20,20,20,255", 0.6)
    roads.renderer().setSymbol(QgsLineSymbol.createSimple({"color": "214,210,200", "width": "1.1"}))
    above_first = [line, blocks, parcels, roads]
    for each in reversed(above_first):
        project.addMapLayer(each, False)
        project.layerTreeRoot().insertLayer(0, each)
    project.setCrs(parcels.crs())

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(
        QgsLayoutSize(WIDTH, HEIGHT, QgsUnitTypes.LayoutMillimeters)
    )
    shown = QgsLayoutItemMap(layout)
    placed(layout, shown, 4.0, 14.0, 178.0, HEIGHT - 17.0)
    area = QgsRectangle(parcels.extent())
    area.grow(120.0)
    shown.setLayers(above_first)
    shown.setExtent(area)
    shown.setFrameEnabled(True)

    label(layout, "云浦市低效工业用地整治：用地状态", 4.0, 3.0, 178.0, 10.0, 15, bold=True)
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(shown)
    for style in (QgsLegendStyle.Title, QgsLegendStyle.Group, QgsLegendStyle.Subgroup):
        legend.setStyleFont(style, QFont(FONT, 10))
    legend.setStyleFont(QgsLegendStyle.SymbolLabel, QFont(FONT, 9))
    placed(layout, legend, 185.0, 14.0, 52.0, 110.0)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(shown)
    bar.setStyle("Single Box")
    bar.applyDefaultSize(QgsUnitTypes.DistanceMeters)
    bar.setUnits(QgsUnitTypes.DistanceMeters)
    bar.setUnitLabel("米")
    bar.setUnitsPerSegment(500)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    text = QgsTextFormat()
    text.setFont(QFont(FONT))
    text.setSize(8)
    bar.setTextFormat(text)
    placed(layout, bar, 187.0, HEIGHT - 15.0, 45.0, 12.0)

    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    if QgsLayoutExporter(layout).exportToImage(out, settings) != QgsLayoutExporter.Success:
        sys.exit(f"cannot write '{out}'")
    QImage(out).convertToFormat(QImage.Format_RGB888).save(out, "PNG", 0)  # no alpha, smallest


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    application = QgsApplication([], False)
    application.initQgis()
    draw(*sys.argv[1:])
    application.exitQgis()


main()
