# syntax=docker/dockerfile:1
ARG BASE=debian:12
FROM --platform=$BUILDPLATFORM ${BASE:-alpine} AS build
ENV A=1 B="two words" C=x\ y
RUN --mount=type=cache,target=/root apt-get update \
    # inside
    && apt-get install -y curl
COPY <<one <<-"two" /etc/
$A
one
	tabs
	two
FROM scratch
COPY --from=build --chown=1:1 /out /
HEALTHCHECK --interval=5m CMD ["/app", "health"]
ONBUILD RUN echo ${A#*/} ${B//x/y} ${C:?none}
USER 65532
ENTRYPOINT ["/app"]
