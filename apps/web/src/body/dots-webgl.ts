/** The dots on the graphics card: the ways of all vessels lie there, and a picture costs one number pair per vessel. */
import { pointAlong, type Strand } from "@openlymph/figure";
import type { MakeDotPainter } from "./dot-painter.ts";
import { dotWidth, type Particles, tail, waveLength, waveSeconds, widening } from "./particles.ts";

/** Points a vessel is drawn along. */
const samples = 48;

const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

const vertexShader = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D ways;
uniform sampler2D vessels;
uniform vec4 frame;
uniform float age;
uniform float size;
uniform float wide;
in float vessel;
in float start;
out vec2 at;
out float back;
out float strength;

vec2 along(int row, float share) {
  float place = clamp(share, 0.0, 1.0) * float(${samples - 1});
  int n = min(int(place), ${samples - 2});
  vec2 a = texelFetch(ways, ivec2(n, row), 0).xy;
  vec2 b = texelFetch(ways, ivec2(n + 1, row), 0).xy;
  return mix(a, b, place - float(n));
}

void main() {
  int row = int(vessel);
  vec4 state = texelFetch(vessels, ivec2(0, row), 0);
  float share = fract(start + state.x);
  float flow = state.y;
  float length_ = state.z;
  vec2 head = along(row, share);
  vec2 way = along(row, share + 0.02) - along(row, share - 0.02);
  vec2 direction = way / max(length(way), 1e-6);
  float wave = 0.5 + 0.5 * cos(6.2831853 * (age / ${decimal(waveSeconds)} - share * length_ / ${decimal(waveLength)}));
  float fade = min(1.0, min(share / 0.15, (1.0 - share) / 0.1));
  strength = fade * (0.4 + 0.6 * wave) * (0.45 + 0.55 * min(1.0, abs(flow)));
  back = size * min(${decimal(tail.most)}, ${decimal(tail.least)} + ${decimal(tail.perFlow)} * abs(flow));
  vec2 behind = flow < 0.0 ? direction : -direction;
  float reach = wide * ${decimal(dotWidth.rim)} * 0.5 + 0.5;
  float end = (gl_VertexID & 1) == 0 ? -reach : back + reach;
  float side = (gl_VertexID & 2) == 0 ? -reach : reach;
  at = vec2(end, side);
  vec2 point = head + behind * end + vec2(-behind.y, behind.x) * side;
  vec2 place = (point - frame.xy) / frame.zw * 2.0 - 1.0;
  gl_Position = strength < 0.02 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(place.x, -place.y, 0.0, 1.0);
}`;

const fragmentShader = `#version 300 es
precision highp float;
uniform vec3 dot_;
uniform vec3 rim;
uniform float wide;
uniform float soft;
in vec2 at;
in float back;
in float strength;
out vec4 colour;

void main() {
  float far = length(vec2(at.x - clamp(at.x, 0.0, back), at.y));
  float core = strength * (1.0 - smoothstep(-soft, soft, far - wide * ${decimal(dotWidth.core)} * 0.5));
  float edge = 0.7 * strength * (1.0 - smoothstep(-soft, soft, far - wide * ${decimal(dotWidth.rim)} * 0.5));
  float behind = edge * (1.0 - core);
  colour = vec4(dot_ * core + rim * behind, core + behind);
}`;

function compiled(gl: WebGL2RenderingContext): WebGLProgram | undefined {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) return undefined;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}

function waysOf(strands: readonly Strand[]): Float32Array {
  const points = new Float32Array(strands.length * samples * 2);
  const at = new Float64Array(2);
  strands.forEach((strand, s) => {
    for (let n = 0; n < samples; n++) {
      pointAlong(strand, (n / (samples - 1)) * strand.length, at);
      points.set(at, 2 * (s * samples + n));
    }
  });
  return points;
}

/** Red, green and blue of a colour as #RRGGBB, 0…1. */
function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  return made;
}

/** Strand and place of every dot, one pair for each drawn square. */
function dotBuffer(gl: WebGL2RenderingContext, program: WebGLProgram, { strand, start }: Particles): WebGLBuffer {
  const buffer = gl.createBuffer();
  const dots = new Float32Array(2 * strand.length);
  strand.forEach((s, n) => {
    dots[2 * n] = s;
    dots[2 * n + 1] = start[n] ?? 0;
  });
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, dots, gl.STATIC_DRAW);
  ["vessel", "start"].forEach((name, n) => {
    const attribute = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(attribute);
    gl.vertexAttribPointer(attribute, 1, gl.FLOAT, false, 8, 4 * n);
    gl.vertexAttribDivisor(attribute, 1);
  });
  return buffer;
}

let graphicsCard: boolean | undefined;

/** Whether there is a graphics card. A machine that imitates one is quicker with the plain canvas. */
function hasGraphicsCard(): boolean {
  if (graphicsCard !== undefined) return graphicsCard;
  // Asked on a canvas of its own: one that was asked for WebGL gives nothing else any more.
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = gl?.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  graphicsCard = typeof name === "string" && !/swiftshader|llvmpipe|software|basic render/i.test(name);
  return graphicsCard;
}

export const webglDots: MakeDotPainter = (canvas, particles) => {
  if (!hasGraphicsCard()) return undefined;
  const gl = canvas.getContext("webgl2", { antialias: false, depth: false });
  if (gl === null) return undefined;
  const { moved } = particles;
  const program = compiled(gl);
  if (program === undefined || moved.length > gl.getParameter(gl.MAX_TEXTURE_SIZE)) return undefined;
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React
  gl.useProgram(program);
  const place = (name: string) => gl.getUniformLocation(program, name);
  const at = {
    frame: place("frame"),
    age: place("age"),
    size: place("size"),
    wide: place("wide"),
    soft: place("soft"),
    dot: place("dot_"),
    rim: place("rim"),
  };
  gl.activeTexture(gl.TEXTURE0);
  const ways = texture(gl);
  gl.activeTexture(gl.TEXTURE1);
  const states = texture(gl);
  gl.uniform1i(place("ways"), 0);
  gl.uniform1i(place("vessels"), 1);
  const buffer = dotBuffer(gl, program, particles);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  // How far its dots came, flow, length, nothing: of every vessel.
  const vessels = new Float32Array(4 * moved.length);
  return {
    lay(strands) {
      strands.forEach(({ length }, s) => {
        vessels[4 * s + 2] = length;
      });
      gl.activeTexture(gl.TEXTURE0);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32F, samples, strands.length, 0, gl.RG, gl.FLOAT, waysOf(strands));
      gl.activeTexture(gl.TEXTURE1);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 1, strands.length, 0, gl.RGBA, gl.FLOAT, vessels);
    },
    paint({ frame, count, size, flow, age, ink }) {
      for (let s = 0; s < moved.length; s++) {
        vessels[4 * s] = moved[s] ?? 0;
        vessels[4 * s + 1] = flow[s] ?? 0;
      }
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 1, moved.length, gl.RGBA, gl.FLOAT, vessels);
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform4f(at.frame, ...frame);
      gl.uniform1f(at.age, age);
      gl.uniform1f(at.size, size);
      gl.uniform1f(at.wide, size * widening(ink.wide, (dotWidth.rim * size * canvas.width) / frame[2]));
      gl.uniform1f(at.soft, (0.6 * frame[2]) / canvas.width);
      gl.uniform3f(at.dot, ...channels(ink.dot));
      gl.uniform3f(at.rim, ...channels(ink.rim));
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    },
    dispose() {
      gl.deleteTexture(ways);
      gl.deleteTexture(states);
      gl.deleteBuffer(buffer);
      gl.deleteProgram(program);
    },
  };
};
