# The program, a Java runtime of what it needs, and nothing to build with. Alone it keeps everything in
# its embedded database under /data; docker-compose.yml gives it a PostgreSQL. See docs/operations.md.
FROM maven:3.9.16-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY src/main src/main
COPY web web
COPY catalogues catalogues
RUN --mount=type=cache,target=/repository \
    mvn -B -ntp -q -Dmaven.repo.local=/repository -Dmaven.test.skip=true -Dexec.skip=true package
COPY congkhai ./
COPY docker/assemble docker/
RUN docker/assemble /opt/congkhai

FROM debian:trixie-20260918-slim
RUN groupadd --gid 10001 congkhai \
    && useradd --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin congkhai \
    && install -d -o congkhai -g congkhai -m 0700 /data
COPY --from=build /opt/congkhai /opt/congkhai
# The libraries of LD_LIBRARY_PATH are the network's native ones. Heap and the like: JAVA_OPTS=-Xmx512m
ENV PATH=/opt/congkhai:$PATH \
    JAVA_HOME=/opt/congkhai/java \
    LD_LIBRARY_PATH=/opt/congkhai/native \
    LANG=C.UTF-8 \
    CONGKHAI_DATA_DIR=/data
WORKDIR /data
USER 10001:10001
VOLUME /data
EXPOSE 8080 8081 8082
# the launcher becomes the JVM, so that signals arrive
HEALTHCHECK --interval=30s --timeout=10s --start-period=2m CMD ["congkhai", "health"]
ENTRYPOINT ["congkhai"]
CMD ["serve"]
