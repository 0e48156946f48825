# The example of the user guide, in round figures so that it can be summed by hand. West to east, in
# metres: the line is 1000 by 500, 500,000 m2 = 750 mu; 东街道 has its west half, 西街道 its east.
#
# What is taken (1 : 1 inside the line; 1 : 1.2 of existing industrial land):
#   BG2  200 x 100 inside, industrial                                    20,000     20,000
#   BG3  200 x 200 across the border of the line: half is inside         20,000     40,000
#   BG5  100 x 100 inside, industrial, 50 m in either town               10,000     10,000
#                                                                        50,000     70,000
# What is given:
#   BG1  300 x 100 outside, its last 30 m farmland: 270 x 100            27,000
#   BG4  100 x 100 outside: 20 m are BG1's, 30 m farmland, 50 m count     5,000
#                                                                        32,000
# Zhuji:    due 50,000 x 1   = 50,000; 32,000 - 50,000 = -18,000 m2 = -27 mu
#           with BG6, 150 x 100, proposed: 15,000 more: -3,000 m2 = -4.5 mu
#           the line after: 500,000 - 50,000 + 32,000 = 482,000 m2 = 723 mu
# Hangzhou: due 70,000 x 1.2 = 84,000; 32,000 - 84,000 = -52,000 m2 = -78 mu
# By time, Zhuji: 27,000; 7,000 after BG2; -13,000 after BG3 (in debt); -8,000 after BG4; -18,000.
code=0
tenglong balance job.toml || code=$?
echo
tenglong balance job.toml --policy hangzhou-2021 --lang en || code=$?
exit $code
