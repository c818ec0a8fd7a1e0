// The same bodies by three.js: drawn by WebGL on a canvas of their own, which lies under that of the picture.
// Where there is no WebGL, where a program stands in for the graphics card (the flat drawing is faster then), or
// where it is lost, the faces are drawn flat.

import { element } from "../kit/js/dom.js";
import { Solids } from "./solids.js";
import * as THREE from "./three.js";

export class LitSolids extends Solids {
  // stage: the picture
  constructor(stage, ...faces) {
    super(...faces);
    const canvas = element("canvas", "iss-lit", { "aria-hidden": "true" });
    const context = canvas.getContext("webgl2", { alpha: true, antialias: true });
    if (!context) return;
    if (byProgram(context)) context.getExtension("WEBGL_lose_context")?.loseContext();
    else this.start(stage, canvas, context);
  }

  start(stage, canvas, context) {
    stage.frame.insertBefore(canvas, stage.canvas);
    this.gl = new THREE.WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.gl.outputColorSpace = THREE.LinearSRGBColorSpace; // light is reckoned in the colours of the palette
    this.material = new THREE.MeshLambertMaterial({
      vertexColors: true,
      flatShading: true,
      side: THREE.DoubleSide,
    });
    this.camera = new THREE.OrthographicCamera();
    this.camera.matrixAutoUpdate = false;
    this.lamps = [new THREE.AmbientLight(), new THREE.DirectionalLight()];
    this.scene = new THREE.Scene();
    this.scene.add(...this.lamps);
    this.meshes = [];
    // After three's own listeners, which make its state anew.
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // it may come back
      this.lost = canvas.hidden = true;
      stage.redraw();
    });
    canvas.addEventListener("webglcontextrestored", () => {
      this.lost = canvas.hidden = false;
      stage.redraw();
    });
  }

  paint(p) {
    super.paint(p);
    if (!this.gl) return;
    const [places, colours] = [new Float32Array(18 * this.count), new Float32Array(18 * this.count)];
    const corners = [0, 1, 2, 0, 2, 3];
    for (let face = 0; face < this.count; face += 1) {
      corners.forEach((corner, i) => {
        const from = 3 * this.corner[4 * face + corner];
        places.set(this.points.subarray(from, from + 3), 18 * face + 3 * i);
        colours.set(
          this.shades[face].rgb.map((each) => each / 255),
          18 * face + 3 * i,
        );
      });
    }
    this.attributes = [places, colours].map((values) => new THREE.BufferAttribute(values, 3));
    this.divided = null;
  }

  // One mesh for each group; they share their corners and differ in which faces they show.
  divide(groups) {
    this.meshes.forEach((mesh) => (this.scene.remove(mesh), mesh.geometry.dispose()));
    this.meshes = groups.map((group) => {
      const shown = this.facesOf(group).flatMap((face) => [0, 1, 2, 3, 4, 5].map((i) => 6 * face + i));
      const geometry = new THREE.BufferGeometry();
      geometry.setAttribute("position", this.attributes[0]);
      geometry.setAttribute("color", this.attributes[1]);
      geometry.setIndex(new THREE.BufferAttribute(Uint32Array.from(shown), 1));
      const mesh = new THREE.Mesh(geometry, this.material);
      Object.assign(mesh, { matrixAutoUpdate: false, frustumCulled: false });
      this.scene.add(mesh);
      return mesh;
    });
    this.divided = groups.map((group) => group.name).join();
  }

  draw(c, view, groups, light) {
    if (!this.gl || this.lost) return super.draw(c, view, groups, light);
    if (this.divided !== groups.map((group) => group.name).join()) this.divide(groups);
    const [ambient, direct, ...lamp] = light;
    this.lamps[0].intensity = Math.PI * ambient;
    this.lamps[1].intensity = Math.PI * direct;
    const towards = [0, 1, 2].map(
      (i) => lamp[0] * view.right[i] + lamp[1] * view.up[i] + lamp[2] * view.near[i],
    );
    this.lamps[1].position.set(...towards);
    groups.forEach(({ turned: r, moved }, i) => {
      this.meshes[i].matrix.set(
        r[0],
        r[1],
        r[2],
        moved[0],
        r[3],
        r[4],
        r[5],
        moved[1],
        r[6],
        r[7],
        r[8],
        moved[2],
        0,
        0,
        0,
        1,
      );
      this.meshes[i].matrixWorldNeedsUpdate = true;
    });
    this.look(view);
    this.fit(view);
    this.gl.render(this.scene, this.camera);
  }

  fit({ left, top, width, height }) {
    const canvas = this.gl.domElement;
    const ratio = window.devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) this.gl.setSize(wide, high, false);
    Object.assign(canvas.style, {
      width: `${width}px`,
      height: `${height}px`,
      margin: `${top}px 0 0 ${left}px`,
    });
  }

  look({ right, up, near, middle, scale, width, height }) {
    const far = (20 * Math.max(width, height)) / scale; // beyond all that is in the window
    const place = middle.map((each, i) => each + far * near[i]);
    const [half, tall] = [width / scale / 2, height / scale / 2];
    Object.assign(this.camera, { left: -half, right: half, top: tall, bottom: -tall, near: 0, far: 2 * far });
    this.camera.updateProjectionMatrix();
    this.camera.matrix.set(
      right[0],
      up[0],
      near[0],
      place[0],
      right[1],
      up[1],
      near[1],
      place[1],
      right[2],
      up[2],
      near[2],
      place[2],
      0,
      0,
      0,
      1,
    );
    this.camera.matrixWorldNeedsUpdate = true;
  }

  close() {
    if (!this.gl) return;
    this.meshes.forEach((mesh) => mesh.geometry.dispose());
    this.material.dispose();
    this.gl.dispose();
    this.gl.forceContextLoss(); // browsers keep few contexts: this one is free at once
    this.gl = null;
  }
}

// Whether a program stands in for the graphics card. (Browsers do not keep failIfMajorPerformanceCaveat.)
function byProgram(context) {
  const names = context.getExtension("WEBGL_debug_renderer_info");
  const renderer = context.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}
