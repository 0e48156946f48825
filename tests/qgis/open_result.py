"""Opens a result folder in QGIS and looks whether it is what a reader of the result expects.

open_result.py RESULT [PICTURES]; expected values come from summary.json of the same run, from the
job of the sample city, and from the words of the policy.
"""

import json
import os
import pathlib
import sys

from qgis.core import (QgsApplication, QgsMapRendererSequentialJob, QgsMapSettings,
                       QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

RESULT = pathlib.Path(sys.argv[1])
PICTURES = sys.argv[2] if len(sys.argv) > 2 else ""
SIZE = QSize(1400, 1000)
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def expect_equal(found, expected, what):
    expect(found == expected, f"{what}: {found!r} instead of {expected!r}")


def opened(source, name):
    layer = QgsVectorLayer(str(source), name, "ogr")
    expect(layer.isValid(), f"QGIS cannot open {name}")
    return layer


def picture(layer, name, scale=None):
    """The layer alone on white, whole or at a scale about its first shape."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(SIZE)
    settings.setOutputDpi(96)
    settings.setDestinationCrs(layer.crs())
    extent = layer.extent()
    if extent.isEmpty():
        extent.grow(50)
    extent.scale(1.05)
    if scale:
        half = SIZE.width() / 96 * 0.0254 * scale / 2
        centre = next(layer.getFeatures()).geometry().centroid().asPoint()
        extent = QgsRectangle(centre.x() - half, centre.y() - half,
                              centre.x() + half, centre.y() + half)
    settings.setExtent(extent)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    if PICTURES:
        image.save(os.path.join(PICTURES, name + ".png"))
    return image


def colours_of(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)}


def aliases_of(layer):
    return {field.name(): layer.attributeAlias(i) for i, field in enumerate(layer.fields())}


def check_status(layer, where):
    """Coloured by status, in words, and every status of the summary in a colour of its own."""
    renderer = layer.renderer()
    expect_equal(renderer.type(), "categorizedSymbol", f"renderer of {where}")
    expect_equal(renderer.classAttribute(), "status", f"what colours {where}")
    legend = {each.value(): each for each in renderer.categories()}
    words = {"low_plot_ratio": "低容积率", "suspected_idle": "涉嫌闲置", "normal": "正常"}
    for status, label in words.items():
        expect_equal(legend[status].label(), label, f"{status} in the legend of {where}")
    for status in SUMMARY["status"]:
        expect(status in legend, f"{status} is not in the legend of {where}")
    colours = [each.symbol().color().name() for each in renderer.categories()[:10]]
    expect_equal(len(set(colours)), 10, f"colours of the ten statuses in {where}")
    expect(len(legend) <= 15, f"{len(legend)} entries in the legend of {where} fit on no map")
    counts = dict.fromkeys(SUMMARY["status"], 0)
    for feature in layer.getFeatures():
        counts[feature["status"]] += 1
    expect_equal(counts, {key: each["count"] for key, each in SUMMARY["status"].items()},
                 f"parcels by status in {where}")


def check_parcels(layer, where):
    expect_equal(layer.featureCount(), SUMMARY["parcels"]["count"], f"parcels in {where}")
    check_status(layer, where)
    aliases = aliases_of(layer)
    # The headings of docs/results.zh-CN.md.
    for name, alias in {"parcel_code": "宗地代码", "area_mu": "用地面积（亩）",
                        "status": "用地状态", "tax_per_mu": "亩均税收（万元/亩）"}.items():
        expect_equal(aliases[name], alias, f"alias of {name} in {where}")
    unnamed = [name for name, alias in aliases.items() if not alias and name != "fid"]
    expect_equal(unnamed, [], f"fields without a Chinese name in {where}")
    status = layer.fields().indexOf("status")
    expect_equal(layer.editorWidgetSetup(status).type(), "ValueMap", f"status in forms of {where}")
    expect(layer.labelsEnabled() and layer.labeling().settings().scaleVisibility,
           f"{where} has no labels that appear with the scale")
    expect_equal(layer.displayExpression(), '"parcel_code"', f"what names a row of {where}")


def check_geopackage():
    tables = {"parcels": SUMMARY["parcels"]["count"], "blocks": SUMMARY["blocks"]["count"],
              "vacant": None, "line_before": None, "line_after": None, "changes": None,
              "changes_lost": None, "issues": sum(SUMMARY["issues"].values())}
    for name, count in tables.items():
        layer = opened(f"{RESULT / 'result.gpkg'}|layername={name}", name)
        # CGCS2000, 3-degree zone about 120°E, without zone number: the CRS of the sample's layers.
        expect_equal(layer.crs().authid(), "EPSG:4549", f"CRS of {name}")
        if count is not None:
            expect_equal(layer.featureCount(), count, f"rows of {name}")
        unnamed = [field for field, alias in aliases_of(layer).items()
                   if not alias and field != "fid"]
        expect_equal(unnamed, [], f"fields without a Chinese name in {name}")
        anywhere = any(feature.hasGeometry() for feature in layer.getFeatures())
        colours = colours_of(picture(layer, name))
        expect(len(colours) > 1 or not anywhere, f"the picture of {name} is empty")
        if name in ("parcels", "vacant", "changes"):
            plain = picture(layer, name + "_near", 4000)
            layer.setLabelsEnabled(False)
            expect(plain != picture(layer, name + "_bare", 4000), f"no label is drawn on {name}")
            layer.setLabelsEnabled(True)
        if name == "parcels":
            check_parcels(layer, "result.gpkg")
            check_geographic(layer)
    for name in ("enterprises", "evidence", "indicators", "account", "units", "parks", "run"):
        table = opened(f"{RESULT / 'result.gpkg'}|layername={name}", name)
        expect(table.featureCount() > 0, f"{name} has no rows")


def check_geographic(projected):
    """The same parcels in parcels.geojson, at the same place on the ground."""
    layer = opened(RESULT / "parcels.geojson", "parcels.geojson")
    expect(layer.crs().isGeographic(), "parcels.geojson is not in longitude and latitude")
    check_parcels(layer, "parcels.geojson")
    extent = layer.extent()
    # The sample city lies in Zhejiang: 118°E to 123°E, 27°N to 31.5°N.
    expect(118 < extent.xMinimum() < 123 and 27 < extent.yMinimum() < 31.5,
           f"parcels.geojson lies at {extent.toString(4)}")
    from qgis.core import QgsCoordinateTransform, QgsProject
    there = QgsCoordinateTransform(projected.crs(), layer.crs(), QgsProject.instance())
    first = {each["parcel_code"]: each.geometry() for each in projected.getFeatures()}
    for feature in layer.getFeatures():
        shape = first[feature["parcel_code"]]
        shape.transform(there)
        # Seven decimals are about a centimetre.
        expect(shape.hausdorffDistance(feature.geometry()) < 2e-7,
               f"parcel {feature['parcel_code']} lies elsewhere in parcels.geojson")


SUMMARY = json.loads((RESULT / "summary.json").read_text(encoding="utf-8"))
application = QgsApplication([], False)
application.initQgis()
check_geopackage()
for name in ("blocks", "vacant"):
    other = opened(RESULT / f"{name}.geojson", f"{name}.geojson")
    expect("" not in aliases_of(other).values(), f"fields of {name}.geojson without a Chinese name")
for fault in faults:
    print(fault, file=sys.stderr)
print(f"{len(faults)} faults")
sys.stdout.flush()
os._exit(1 if faults else 0)  # QGIS falls when its layers outlive it
