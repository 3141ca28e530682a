# The exporter in a container: docs/nightly.md tells how it is built and run.
#
#   docker build -t exporter .
#   docker run --rm -v "$PWD/reports:/reports" -v "$PWD/output:/output" exporter batch /reports/desk --output /output
FROM debian:bookworm-slim

# What scripts/system.sh looks for in its stage `runtime`; tests/test_deploy.py holds the two to each other.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      fontconfig \
      fonts-noto-cjk \
      fonts-noto-core \
      libharfbuzz-subset0 \
      libpango-1.0-0 \
      libpangoft2-1.0-0 \
      python3.11-venv \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /opt/exporter
# The packages first, which change more seldom than the code.
COPY requirements requirements/
RUN python3.11 -m venv .venv \
 && .venv/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/setup.txt \
 && .venv/bin/python -m pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/extras.txt

COPY pyproject.toml README.md LICENSE ./
COPY templates templates/
COPY exporter exporter/
RUN .venv/bin/python -m pip install --no-cache-dir --no-index --no-deps --no-build-isolation . \
 && .venv/bin/exporter --version

# Nobody in particular: `docker run --user "$(id -u)"` writes files that are yours. fontconfig keeps its cache there.
ENV HOME=/tmp
USER 1000
WORKDIR /reports
ENTRYPOINT ["/opt/exporter/.venv/bin/exporter"]
