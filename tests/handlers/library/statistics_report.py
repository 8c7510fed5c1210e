import math
import statistics


def lambda_handler(event, context):
    latencies = event["latencies"]
    normal = statistics.NormalDist(100, 15)
    slope, intercept = statistics.linear_regression(range(len(latencies)), latencies)
    return {
        "mean": statistics.fmean(latencies),
        "median": statistics.median(latencies),
        "mode": statistics.mode(latencies),
        "stdev": round(statistics.stdev(latencies), 6),
        "quartiles": statistics.quantiles(latencies, n=4),
        "beyond": round(1 - normal.cdf(130), 6),
        "trend": [round(slope, 6), round(intercept, 6)],
        "entropy": round(-sum(p * math.log2(p) for p in (0.5, 0.25, 0.25)), 6),
        "exact": [math.fsum([0.1] * 10), math.isclose(sum([0.1] * 10), 1), math.comb(52, 5), math.hypot(3, 4)],
    }
