# syntax=docker/dockerfile:1
ARG VERSION=12
FROM debian:${VERSION}-slim AS build
LABEL maintainer="me" version="1.0"
ENV PATH=/opt/bin:$PATH \
    LANG=C.UTF-8
WORKDIR /src
COPY --chown=me:me --from=other . .
ADD https://example.org/x.tar.gz /tmp/
RUN apt-get update && apt-get install -y --no-install-recommends gcc make \
    # comment inside
    && rm -rf /var/lib/apt/lists/*
RUN ["make", "-j2", "all"]
RUN <<EOF
echo "heredoc $VERSION"
EOF
SHELL ["/bin/bash", "-c"]
USER nobody:nogroup
EXPOSE 80/tcp 443
VOLUME ["/data"]
HEALTHCHECK --interval=5m CMD curl -f http://localhost/ || exit 1
ONBUILD RUN echo "x"
STOPSIGNAL SIGTERM
FROM scratch
COPY --from=build /src/ember /ember
ENTRYPOINT ["/ember"]
CMD ["--help", 'single']
FROM --platform=$BUILDPLATFORM node:20@sha256:0123456789abcdef AS web
ARG TARGETOS TARGETARCH=amd64
ENV A=1 B="two words" C='x' D=$A
RUN --mount=type=cache,target=/root/.npm \
    --network=none npm ci && \
    echo "${A:-none}" 'single' > /x
COPY ["a file", "b/"]
COPY <<EOT /etc/motd
hello
EOT
# escape=`
MAINTAINER someone <a@b.c>
RUN echo done
