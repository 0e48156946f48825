# Layers whose coordinates are not in the CRS that they declare: each is named with the likely one,
# which --set settles; older datums are refused unless the job has their parameters.
layer() { # EPSG X Y SIDE REGISTERED_M2: a square
    cat >parcels.geojson <<JSON
{"type": "FeatureCollection",
 "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::$1"}},
 "features": [{"type": "Feature", "properties": {"ZDDM": "330681001001GB00001", "ZDMJ": $5},
  "geometry": {"type": "Polygon", "coordinates": [[[$2, $3], [$(sum "$2" "$4"), $3],
   [$(sum "$2" "$4"), $(sum "$3" "$4")], [$2, $(sum "$3" "$4")], [$2, $3]]]}}]}
JSON
}
sum() { awk "BEGIN { printf \"%.6f\", $1 + $2 }"; }
check() { # TITLE [OPTION...]
    echo "== $1"
    shift
    tenglong check job.toml --lang en "$@" 2>&1 || true
}
printf '[job]\nname = "crs"\npolicy = "national"\n[parcels]\npath = "parcels.geojson"\n' >job.toml

layer 4490 523000 3288000 100 10000
check 'metres, declared as degrees'
check 'settled' --set parcels.crs=EPSG:4549
layer 4490 40523000 3288000 100 10000
check 'metres with a zone number, declared as degrees'
layer 4549 120.24 29.7 0.001 10727
check 'degrees, declared as metres'
check 'settled' --set parcels.crs=EPSG:4490
layer 4528 41523000 3288000 100 10000
check 'eastings of another zone'
layer 4528 523000 3288000 100 10000
check 'eastings without the zone number that is declared'
layer 4549 3288000 523000 100 10000
check 'axes swapped'
layer 4549 13382000 3470000 115 9937
check 'Web Mercator under another name'
check 'settled' --set parcels.crs=EPSG:3857
layer 2385 523000 3288000 100 10000
check 'Xian 1980'
check 'Xian 1980, in its own grid' --set job.crs=EPSG:2385
printf '[transform.xian80]\ndx = 15.5\ndy = -10.25\ndz = 3.0\n' >>job.toml
check 'Xian 1980 with the parameters of the survey office'
layer 2437 523000 3288000 100 10000
check 'Beijing 1954'
