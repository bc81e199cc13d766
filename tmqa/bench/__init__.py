"""Measuring the aligner on gold documents: quality, speed, memory, beside other aligners."""

from tmqa.bench.align import bench_align

__all__ = ["bench_align"]
